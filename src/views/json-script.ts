/**
 * Data as JSON that may stand inside a `<script>`: no text in it can end the element or begin a comment, and no line separator ends a line of
 * JavaScript. `JSON.parse` gives back exactly what went in.
 */
export const jsonForScript = (data: unknown): string =>
  JSON.stringify(data).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
