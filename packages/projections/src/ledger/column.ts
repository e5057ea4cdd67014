type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array;

/** A growing column of numbers of one width. */
export interface Column {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly bytes: () => number;
}

/** Grows by half at a time: at most a third of a column stands empty. */
const column = <A extends Numbers>(make: (length: number) => A): Column => {
  let values = make(64);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = make(Math.ceil(length * 1.5));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (index) => values[index] ?? Number.NaN,
    bytes: () => values.byteLength,
  };
};

export const bytes = (): Column => column((length) => new Uint8Array(length));
export const signedBytes = (): Column => column((length) => new Int8Array(length));
export const shorts = (): Column => column((length) => new Uint16Array(length));
export const words = (): Column => column((length) => new Uint32Array(length));
export const doubles = (): Column => column((length) => new Float64Array(length));
