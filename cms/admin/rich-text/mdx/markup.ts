/** A node of the Markdown tree, as far as it is read and written here. */
export interface Markup {
  type: string;
  children?: Markup[];
  value?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  align?: (string | null)[] | null;
  lang?: string | null;
  meta?: string | null;
  url?: string;
  title?: string | null;
  identifier?: string;
  position?: { start: { offset?: number; line: number }; end: { offset?: number; line: number } };
}

export const startOf = (node: Markup): number => node.position?.start.offset ?? 0;
export const endOf = (node: Markup): number => node.position?.end.offset ?? 0;
export const childrenOf = (node: Markup): Markup[] => node.children ?? [];
export const isBlank = (node: Markup): boolean => node.type === 'text' && (node.value ?? '').trim() === '';
