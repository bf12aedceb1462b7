/** `hard[1].text` → `["hard", 1, "text"]`: the way back from `fieldPath`. */
export const pathOf = (field: string): (string | number)[] =>
  [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) => (index === undefined ? step : Number(index)));

/** Whether a field is another one, or stands in it. */
export const isWithin = (field: string, around: string): boolean =>
  field === around || around === '' || (field.startsWith(around) && /^[.[]/.test(field.slice(around.length)));
