/** What a body is made of, before it is written as MDX for Doorstep or as plain Markdown for the others. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'steps'; steps: { title: string; text: string; variants: { id: string; label: string; text: string }[] }[] }
  | { kind: 'callout'; type: 'note' | 'stop' | 'tip'; title: string; text: string }
  | { kind: 'phrase'; say: string; means: string }
  | { kind: 'guide' | 'story'; slug: string }
  | { kind: 'sentence'; before: string; after: string; what: { fact: string; value: string } | { href: string; label: string } };

const attribute = (text: string) => text.replaceAll('"', '”');

/** The body with Doorstep’s components. */
export const asMdx = (blocks: readonly Block[]): string => `${blocks.map(mdx).join('\n\n')}\n`;

function mdx(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'steps': {
      const steps = block.steps.map(({ title, text, variants }) => {
        const cases = variants.map((variant) => `<For audience="${variant.id}">\n\n${variant.text}\n\n</For>`);
        return `<Step title="${attribute(title)}">\n\n${[text, ...cases].join('\n\n')}\n\n</Step>`;
      });
      return `<Steps>\n\n${steps.join('\n\n')}\n\n</Steps>`;
    }
    case 'callout':
      return `<Callout kind="${block.type}" title="${attribute(block.title)}">\n\n${block.text}\n\n</Callout>`;
    case 'phrase':
      return `<Phrase say="${attribute(block.say)}" means="${attribute(block.means)}" lang="nl" />`;
    case 'guide':
      return `<Guide id="${block.slug}" />`;
    case 'story':
      return `<Story id="${block.slug}" />`;
    case 'sentence':
      return `${block.before}${'fact' in block.what ? `<Fact id="${block.what.fact}" />` : `[${block.what.label}](${block.what.href})`}${block.after}`;
  }
}

/** The same words in plain Markdown. `prefix` is what stands before an address of the site: its language. */
export const asMarkdown = (blocks: readonly Block[], prefix: string): string => `${blocks.map((block) => markdown(block, prefix)).join('\n\n')}\n`;

function markdown(block: Block, prefix: string): string {
  switch (block.kind) {
    case 'steps':
      return block.steps
        .map(({ title, text, variants }) =>
          [`### ${title}`, text, ...variants.map((variant) => `**${variant.label}:** ${variant.text}`)].join('\n\n'),
        )
        .join('\n\n');
    case 'callout':
      return `> **${block.title}**\n>\n> ${block.text}`;
    case 'phrase':
      return `**${block.say}**: ${block.means}`;
    case 'guide':
    case 'story':
      return `[${block.slug}](${prefix}/${block.kind === 'guide' ? 'guides' : 'stories'}/${block.slug}/)`;
    case 'sentence':
      return `${block.before}${'fact' in block.what ? block.what.value : `[${block.what.label}](${prefix}${block.what.href})`}${block.after}`;
    default:
      return mdx(block);
  }
}
