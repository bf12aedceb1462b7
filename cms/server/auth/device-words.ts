/** In this order: Edge and Opera say that they are Chrome, Chrome says that it is Safari. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
/** In this order: Android says that it is Linux, an iPhone that it is like Mac OS X. */
const systems: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * A browser in words by which its owner knows it again: "Firefox, Android". They are names, the same in every language; empty where it tells neither.
 * The header itself is not kept: with its version numbers it can single out one person.
 */
export function deviceWords(userAgent: string): string {
  const first = (known: readonly [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent.slice(0, 500)))?.[1];
  return [first(browsers), first(systems)].filter((word) => word !== undefined).join(', ');
}
