import { say } from '../words.ts';

/** What can be chosen in an attribute of a component, by the name that readers see; as it is written where they see none. */
export function choiceWord(option: string): string {
  const key = `callout.${option}`;
  const word = say(key);
  return word === key ? option : word;
}
