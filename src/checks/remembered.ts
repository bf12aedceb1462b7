/**
 * A function that works out each answer once for as long as what it is asked about lives. For what depends on one entry alone: an unchanged entry
 * is the same object from one reading of the content to the next (`contentOf`), so that a check after one change looks at one entry, not at all.
 */
export function remembered<About extends object, Answer>(work: (about: About) => Answer): (about: About) => Answer {
  const known = new WeakMap<About, { answer: Answer }>();
  return (about) => {
    const found = known.get(about) ?? { answer: work(about) };
    known.set(about, found);
    return found.answer;
  };
}
