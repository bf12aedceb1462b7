/** Why the CMS does not take a picture, or does not take one away; each follows “The picture … cannot be taken:” unless it says otherwise. */
export const cmsMediaKeys = {
  'cms.picture.large': 'CMS, reason why a picture is not taken: its file is too large; {most} and {has} are megabytes',
  'cms.picture.points': 'CMS, reason why a picture is not taken: it has too many points; {most} is how many megapixels are possible',
  'cms.picture.kind': 'CMS, reason why a picture is not taken: it is none of the kinds that are taken',
  'cms.picture.heic': 'CMS, reason why a picture is not taken: it is in the format of some telephones (HEIC)',
  'cms.picture.drawing': 'CMS, reason why a picture is not taken: it is an SVG drawing, which can hold programs',
  'cms.picture.cut': 'CMS, reason why a picture is not taken: the file was cut off',
  'cms.picture.broken': 'CMS, reason why a picture is not taken: it cannot be opened',
  'cms.picture.used': 'CMS, answer where a picture is to be deleted that is still shown; {name} is the picture, {where} what shows it',
} as const;
