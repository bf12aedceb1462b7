const own = new Set(['translates', 'revision', 'state', 'translator']);

/** The original's data with the translation's values in their places: groups field by field, lists item by item; what is not translated is inherited. A group or list that the original no longer has is left out: half of it would be no value of the model. */
export function mergeTranslation(original: Record<string, unknown>, translation: Record<string, unknown>): Record<string, unknown> {
  const values = Object.fromEntries(Object.entries(translation).filter(([name]) => !own.has(name)));
  return merge(original, values) as Record<string, unknown>;
}

function merge(original: unknown, translation: unknown): unknown {
  if (translation === undefined) return original;
  if (Array.isArray(original) && Array.isArray(translation)) return original.map((item: unknown, index) => merge(item, translation[index]));
  if (isGroup(original) && isGroup(translation)) {
    const merged: Record<string, unknown> = { ...original };
    for (const [name, value] of Object.entries(translation)) merged[name] = merge(original[name], value);
    return merged;
  }
  return isGroup(translation) || Array.isArray(translation) ? original : translation;
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
