/** The same without some of its entries. */
export function without<Value>(
  given: Readonly<Record<string, Value>>,
  ...names: readonly string[]
): Record<string, Value> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}
