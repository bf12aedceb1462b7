import type { Graph } from '../graph/graph.ts';

/** How a picture of `content/media/` becomes what a page shows. Part of the address, so a changed recipe changes the address. */
export const recipes = {
  /** A face in a circle. */
  portrait: { widths: [160, 320, 480], format: 'webp', ratio: 1, quality: 78 },
  /** A face in a list. */
  face: { widths: [96, 160], format: 'webp', ratio: 1, quality: 72 },
  /** A picture in the text, as wide as the text. */
  figure: { widths: [480, 960, 1440], format: 'webp', ratio: undefined, quality: 74 },
  /** What a shared link shows. */
  share: { widths: [1200], format: 'jpeg', ratio: 1200 / 630, quality: 78 },
} as const;
export type Recipe = keyof typeof recipes;

/** One picture in one recipe: what the release has to make. */
export interface PictureUse {
  file: string;
  hash: string;
  recipe: Recipe;
  /** In hundredths, as in the address: two that share an address are cropped alike. */
  focal: [number, number] | undefined;
}

/** A picture as a page shows it. */
export interface PictureView {
  src: string;
  srcset: string;
  width: number;
  height: number;
  alt: string;
}

interface PictureData {
  file: string;
  alt: string;
  focal?: [number, number] | undefined;
}

/** The size of each variant: never larger than what the crop leaves of the picture (drawings have no size of their own and scale). */
export function variantsOf(recipe: Recipe, size: { width: number; height: number }, drawing: boolean): { width: number; height: number }[] {
  const { widths, ratio } = recipes[recipe];
  const most = Math.max(1, Math.min(size.width, Math.floor(size.height * (ratio ?? Infinity))));
  const fitting = widths.filter((width) => drawing || width <= most);
  const chosen = fitting.length > 0 ? fitting : [Math.min(widths[0], most)];
  return chosen.map((width) => ({ width, height: Math.max(1, Math.round(width / (ratio ?? size.width / size.height))) }));
}

/** Address of a variant: `/media/<16 digits of the bytes>-<recipe>-<focal>-<width>.webp`. */
export function variantPath({ hash, recipe, focal }: Omit<PictureUse, 'file'>, width: number): string {
  const place = focal ? `-${Math.round(focal[0] * 100)}.${Math.round(focal[1] * 100)}` : '';
  const { format, quality } = recipes[recipe];
  return `/media/${hash.slice(0, 16)}-${recipe}${quality}${place}-${width}.${format === 'jpeg' ? 'jpg' : format}`;
}

const hundredth = (part: number) => Math.round(part * 100) / 100;

/** The picture for a page, and what to make for it; nothing where the file is missing or broken (the checks say so). */
export function pictureFor(
  graph: Pick<Graph, 'media'>,
  picture: PictureData | undefined,
  recipe: Recipe,
): { view: PictureView; use: PictureUse } | undefined {
  const media = picture && graph.media.get(picture.file);
  if (!media || media.problem) return undefined;
  const use: PictureUse = {
    file: picture.file,
    hash: media.hash,
    recipe,
    focal: picture.focal && [hundredth(picture.focal[0]), hundredth(picture.focal[1])],
  };
  const variants = variantsOf(recipe, media, picture.file.endsWith('.svg'));
  const last = variants.at(-1)!;
  return {
    use,
    view: {
      src: variantPath(use, last.width),
      srcset: variants.length > 1 ? variants.map(({ width }) => `${variantPath(use, width)} ${width}w`).join(', ') : '',
      width: last.width,
      height: last.height,
      alt: picture.alt,
    },
  };
}
