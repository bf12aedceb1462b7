/** What a style attribute says of words and blocks, where it says something. */
export interface Style {
  weight?: boolean;
  slant?: boolean;
  line?: boolean;
  hidden?: boolean;
  /** The level of a list's item in a text of Word. */
  listLevel?: number;
  /** The sign before an item, which Word writes as text. */
  listSign?: boolean;
}

/** Reads the little of a style that means something; the rest is looks. */
export function styleOf(style = ''): Style {
  if (style === '') return {};
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1];
  const level = /mso-list:[^;]*level(\d+)/i.exec(style)?.[1];
  return {
    ...(weight && { weight: /^(?:bold|bolder|[6-9]00)$/i.test(weight) }),
    ...(slant && { slant: /^(?:italic|oblique)$/i.test(slant) }),
    ...(/(?:^|[;\s])text-decoration[^;]*line-through/i.test(style) && { line: true }),
    ...(/(?:display:\s*none|mso-hide:\s*all)/i.test(style) && { hidden: true }),
    ...(level && { listLevel: Math.min(6, Number(level)) }),
    ...(/mso-list:\s*ignore/i.test(style) && { listSign: true }),
  };
}
