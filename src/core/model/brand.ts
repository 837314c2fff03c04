declare const brand: unique symbol;

/** A `T` that only its own constructor may make, so that an id of one kind never passes for another. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
