/** A release that must not go out: every reason, by page. The one served stays. */
export class ReleaseRefused extends Error {
  readonly problems: { path: string; problem: string }[];
  constructor(problems: { path: string; problem: string }[]) {
    super(`The release was refused; what is published stays as it is.\n${problems.map(({ path, problem }) => `  ${path} ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
