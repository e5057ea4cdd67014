import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the manifest will say of a file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A new file of a bundle that is written piece by piece. */
export class GrowingFile {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** Makes the file; there must be none yet. */
  static async create(folder: string, path: string): Promise<GrowingFile> {
    const whole = join(folder, path);
    await mkdir(dirname(whole), { recursive: true });
    return new GrowingFile(path, await open(whole, 'wx'));
  }

  /** Writes something behind what was written before. */
  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    for (let at = 0; at < bytes.length; )
      at += (await this.handle.write(bytes, at, bytes.length - at)).bytesWritten;
  }

  /** Has the system write it to the disk, closes it and says what it is; nothing can be written any more. */
  async finish(): Promise<WrittenFile> {
    await this.handle.sync();
    await this.handle.close();
    return { path: this.path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Closes it where it was not finished; otherwise it does nothing. */
  abandon(): Promise<void> {
    return this.handle.close();
  }
}

/** Writes a new file of a bundle whole. */
export const writeFile = async (folder: string, path: string, content: string): Promise<WrittenFile> => {
  const file = await GrowingFile.create(folder, path);
  try {
    await file.write(content);
    return await file.finish();
  } finally {
    await file.abandon();
  }
};
