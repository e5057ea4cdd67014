/** What we use of the package that reads `~/.pgpass`; it comes without types. */
declare module 'pgpass' {
  /** @param found hears the password of the first line that fits; `undefined` where there is none */
  export default function pgpass(
    of: { readonly host: string; readonly port: number; readonly database: string; readonly user: string },
    found: (password: string | undefined) => void,
  ): void;
}
