/** Red, green, blue from 0 to 1. */
type Rgb = [number, number, number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb;
const print = (rgb: Rgb) =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = parse(hex).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of the first colour mixed with the second. */
function mix(a: string, b: string, share: number): string {
  const [from, to] = [parse(a), parse(b)];
  return print(from.map((part, index) => part * share + to[index]! * (1 - share)) as Rgb);
}

/** The shade nearest to a colour that reaches a contrast ratio on a ground: mixed with black on light grounds, with white on dark ones. */
export function readable(hex: string, ground: string, ratio: number): string {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 1; share > 0; share -= 0.02) {
    const shade = share === 1 ? hex.toLowerCase() : mix(hex, towards, share);
    if (contrast(shade, ground) >= ratio) return shade;
  }
  return towards;
}

export const ground = { light: '#ffffff', dark: '#0b1428' } as const;

/** What is made of one colour that a city sets: a line on light and on dark ground (3 : 1 for graphics), a field for white text (4.5 : 1), a tint behind faces. */
export interface Shades {
  line: string;
  lineDark: string;
  field: string;
  tint: string;
}

/** Ratios are WCAG 2.2 success criteria 1.4.11 (graphics) and 1.4.3 (text), with a little room for rounding. */
export function shadesOf(hex: string): Shades {
  return {
    line: readable(hex, ground.light, 3.05),
    lineDark: readable(mix(hex, '#ffffff', 0.75), ground.dark, 6),
    field: readable(hex, '#ffffff', 4.9),
    tint: mix(hex, '#ffffff', 0.18),
  };
}
