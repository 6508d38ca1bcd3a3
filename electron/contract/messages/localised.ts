/**
 * Texts that speak the chosen language. They are written in English, and each group of them is known everywhere under one
 * name; what it says when it is read is English, or what the language that was taken into use has in its place.
 *
 * Invariant: a group of another language has exactly the parts of the English one (`Translated` demands it), so that
 * reading never fails. A text counts at the moment it is read: whoever keeps one keeps its language, too.
 */

/** The same parts, other words. A text may have fewer or more variants than the English one. */
export type Translated<Texts> = Texts extends string
  ? string
  : Texts extends readonly [string, ...string[]]
    ? readonly [string, ...string[]]
    : { readonly [Part in keyof Texts]: Translated<Texts[Part]> };

/** English group, as everybody imports it → the group that is in use in its place. */
const inPlace = new WeakMap<object, object>();

let isEnglish = false;

/** What programs read doesn't change with the language. `make` must not wait for anything. */
export function inEnglish<Value>(make: () => Value): Value {
  const before = isEnglish;
  isEnglish = true;
  try {
    return make();
  } finally {
    isEnglish = before;
  }
}

/** @__NO_SIDE_EFFECTS__ what nobody imports stays out of a bundle */
export function localised<Texts extends object>(english: Texts): Texts {
  const group: Texts = new Proxy(english, {
    get: (target, part): unknown => Reflect.get((isEnglish ? undefined : inPlace.get(group)) ?? target, part),
  });
  return group;
}

/** @param translation null, or the English group itself: English again. */
export function putInPlace<Texts extends object>(
  english: Texts,
  translation: Translated<Texts> | null,
): void {
  // In place of itself a group would ask itself for ever.
  if (translation === null || Object.is(translation, english)) inPlace.delete(english);
  else inPlace.set(english, translation);
}
