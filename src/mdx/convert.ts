import type { ElementContent } from 'hast';
import { checkAddress } from './addresses.ts';
import { checkAttributes } from './attributes.ts';
import { anyBidi, BidiWatch, unbalancedBidi } from './bidi.ts';
import type { Link, Use } from './body.ts';
import { refuseEsm, refuseExpression, refuseHiddenExpressions, startsLikeModule } from './code-refusals.ts';
import { component, isComponent } from './components.ts';
import { headingId } from './heading-ids.ts';
import { Places } from './limits.ts';
import { alignment, isTask, onlyBlocks, type Around, type Node } from './nodes.ts';
import { fits, onlyComponents, unknownTag } from './places.ts';
import { componentMark, element, inParagraphs, sectionMark, type Marked } from './marks.ts';
import { anyMask, unmask, unmaskAddress } from './mask.ts';
import { type Place, type Report } from './report.ts';
import { typeset } from './typography.ts';

/** Deeper than any text goes; and few enough that nothing that walks the result recurses far. */
const deepest = 60;

/** Elements that pass as they are, with no attributes. */
const plain = new Set(['ul', 'blockquote', 'em', 'strong', 'del', 'br', 'hr', 'thead', 'tbody', 'tr']);
/** Elements at whose end a line of the plain text ends. */
const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'pre', 'br']);
const flowIn = new Set(['blockquote', 'li']);

/**
 * Makes a new tree that holds only what is allowed, and reports the rest. Nothing is copied from the parser's tree but names of this file's
 * lists, checked addresses and text: so even what is refused cannot reach a page, whatever the caller does with the findings. One class, since the walk keeps one state: the words so far, ids, links, uses.
 */
export class Converter {
  readonly links: Link[] = [];
  readonly uses: Use[] = [];
  readonly anchors: string[] = [];
  readonly marked: Marked[] = [];
  readonly report: Report;
  readonly #source: string;
  readonly #firstLine: number;
  readonly #language: string;
  readonly #ids = new Map<string, number>();
  readonly #places: Places;
  readonly #bidi = new BidiWatch();
  #bidiAt: Place | undefined;
  readonly #parts: string[] = [];
  /** The last characters of the paragraph so far. */
  #tail = '';

  constructor(options: { report: Report; /** As the parser read it. */ source: string; firstLine: number; language: string }) {
    this.report = options.report;
    this.#source = options.source;
    this.#firstLine = options.firstLine;
    this.#language = options.language;
    this.#places = new Places(options.source, options.firstLine);
  }

  /** All words, one line for each paragraph. */
  get text(): string {
    return this.#parts
      .join('')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim();
  }

  children(node: Node, around: Around): ElementContent[] {
    if (around.depth > deepest) {
      this.report.add(this.place(node), {
        found: 'Text inside lists, quotations or components, 60 levels deep',
        rule: 'A few levels are enough.',
        fix: 'Use one or two levels.',
      });
      return [];
    }
    const out: ElementContent[] = [];
    for (const child of node.children ?? []) out.push(...this.#node(child, around, node));
    return out;
  }

  place(node: Node): Place {
    const start = node.position?.start;
    return start ? { line: start.line + this.#firstLine - 1, column: start.column } : {};
  }

  #node(node: Node, around: Around, parent: Node): ElementContent[] {
    switch (node.type) {
      case 'text':
        return this.#words(node, around);
      case 'element':
        return this.#element(node, around);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#component(node, around, parent);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return refuseExpression(node, { report: this.report, place: (at) => this.place(at) });
      case 'mdxjsEsm':
        return refuseEsm(node.value ?? '', this.place(node), this.report);
      default:
        this.report.add(this.place(node), { found: `A “${node.type}”`, rule: 'Entries are Markdown with components.', fix: 'Write it in Markdown.' });
        return [];
    }
  }

  #words(node: Node, around: Around): ElementContent[] {
    let value = node.value ?? '';
    if (around.code) value = unmask(value);
    else {
      if (anyMask.test(value)) {
        refuseHiddenExpressions(node, { source: this.#source, places: this.#places, report: this.report });
        value = unmask(value);
      }
      if (/\[\^[^[\]\s]{1,60}\]/.test(value)) {
        this.report.add(this.place(node), {
          severity: 'warning',
          found: 'A footnote: [^…]',
          rule: 'Footnotes are not possible.',
          fix: 'Put the note into the sentence, or the source into “sources”.',
        });
      }
      value = typeset(value, this.#tail, this.#language);
    }
    if (anyBidi.test(value)) {
      this.#bidiAt ??= this.place(node);
      this.#bidi.read(value);
    }
    this.#say(around.code || !value.includes('\n') ? value : value.replaceAll('\n', ' '));
    return [{ type: 'text', value }];
  }

  #element(node: Node, around: Around): ElementContent[] {
    const tag = node.tagName ?? '';
    const out = this.#known(tag, node, { ...around, flow: flowIn.has(tag), top: false, depth: around.depth + 1 }, around);
    if (blocks.has(tag)) this.#endOfBlock();
    return out;
  }

  #endOfBlock(): void {
    this.#parts.push('\n');
    this.#tail = '';
    if (!this.#bidiAt) return;
    if (this.#bidi.endsUnbalanced()) this.report.add(this.#bidiAt, unbalancedBidi);
    this.#bidiAt = undefined;
  }

  #known(tag: string, node: Node, inside: Around, around: Around): ElementContent[] {
    if (plain.has(tag)) return [element(tag, {}, this.children(node, inside))];
    const { properties = {} } = node;
    switch (tag) {
      case 'p':
        return this.#paragraph(node, inside, around);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(tag, node, inside, around);
      case 'a':
        return this.#link(node, inside);
      case 'li':
        return [element('li', isTask(properties) ? { className: ['task'] } : {}, this.children(node, inside))];
      case 'input':
        // The box of a task list: a sign, since a control that nobody can use only confuses.
        this.#say(properties['checked'] ? '☑' : '☐');
        return [{ type: 'text', value: properties['checked'] ? '☑' : '☐' }];
      case 'ol':
        return [
          element(
            'ol',
            typeof properties['start'] === 'number' && properties['start'] !== 1 ? { start: properties['start'] } : {},
            this.children(node, inside),
          ),
        ];
      case 'table':
        return [element('div', { className: ['scroll'] }, [element('table', {}, this.children(node, inside))])];
      case 'th':
      case 'td':
        return [element(tag, alignment(properties), this.children(node, inside))];
      case 'pre':
      case 'code':
        return [element(tag, {}, this.children(node, { ...inside, code: true }))];
      case 'img':
        this.report.add(this.place(node), {
          found: `The picture ![${String(properties['alt'] ?? '')}](…)`,
          rule: 'A picture says what it shows, who made it and how it may be used.',
          fix: 'Write <Figure file="places/harbour.jpg" alt="What it shows" credit="Who made it" licence="CC0" />',
        });
        return [];
      default:
        return unknownTag(tag, this.place(node), this.report);
    }
  }

  #paragraph(node: Node, inside: Around, around: Around): ElementContent[] {
    if (startsLikeModule(node)) return refuseEsm(this.#slice(node), this.place(node), this.report);
    const out = this.children(node, { ...inside, flow: onlyBlocks(node) });
    // A component alone on its lines, and what is left of a comment alone on its lines, are no paragraphs.
    if (out.every((child) => child.type === 'text' && child.value.trim() === '')) return [];
    return onlyBlocks(node) || !around.flow ? out : [element('p', {}, out)];
  }

  #heading(tag: string, node: Node, inside: Around, around: Around): ElementContent[] {
    const before = this.#parts.length;
    const children = this.children(node, { ...inside, heading: true });
    const title = this.#textSince(before);
    if (tag === 'h1') {
      this.report.add(this.place(node), {
        found: `The heading # ${title}`,
        rule: 'A page has one title, and it comes from “title”.',
        fix: `Write ## ${title}`,
      });
      return [element('p', {}, children)];
    }
    if (tag > 'h4') return [element(tag, {}, children)];
    const id = headingId(title, this.#ids);
    this.anchors.push(id);
    if (tag !== 'h2') return [element(tag, { id }, children)];
    if (!around.top) {
      this.report.add(this.place(node), {
        found: `The heading ## ${title} inside something else`,
        rule: 'A heading with ## begins a new part of the page and cannot stand in a list, a quotation or a component.',
        fix: `Write ### ${title}, or end what stands around it first.`,
      });
      return [element('h3', { id }, children)];
    }
    const start = node.position?.start;
    this.marked.push({ kind: 'section', id, title, offset: start?.offset ?? 0, line: this.place(node).line ?? this.#firstLine });
    return [sectionMark(this.marked.length - 1)];
  }

  #link(node: Node, inside: Around): ElementContent[] {
    const before = this.#parts.length;
    const children = this.children(node, { ...inside, link: true });
    const text = this.#textSince(before);
    const place = this.place(node);
    if (inside.heading) {
      this.report.add(place, {
        found: `A link in a heading: ${text}`,
        rule: 'A heading holds words only.',
        fix: 'Put the link into the text below it.',
      });
      return children;
    }
    const written = unmaskAddress(String(node.properties?.['href'] ?? ''));
    const address = checkAddress(written);
    if ('refused' in address) {
      const footnote = text.startsWith('^')
        ? { rule: 'Footnotes are not possible.', fix: 'Put the note into the sentence, or the source into “sources”.' }
        : {};
      this.report.add(place, { ...address.refused, ...footnote });
      return children;
    }
    if (text === '') {
      this.report.add(place, {
        found: `A link to ${address.href} without words`,
        rule: 'A link says where it leads.',
        fix: 'Write [words](address).',
      });
      return children;
    }
    this.links.push({ href: address.href, line: place.line ?? this.#firstLine, column: place.column ?? 1, text });
    // `href` comes first: `localiseLinks` looks for `<a href="/`, which no text can contain, since `<` is escaped in it.
    return [element('a', { href: written, ...(address.kind === 'web' ? { rel: ['noopener'] } : {}) }, children)];
  }

  #component(node: Node, around: Around, parent: Node): ElementContent[] {
    const name = node.name ?? '';
    const place = this.place(node);
    if (!isComponent(name)) {
      unknownTag(name, place, this.report);
      this.children(node, { ...around, depth: around.depth + 1 });
      return [];
    }
    const { children: holds, inline, attributes: known } = component(name);
    const attributes = checkAttributes(name, node.attributes ?? [], { place, report: this.report });
    this.uses.push({ component: name, attributes, line: place.line ?? this.#firstLine, column: place.column ?? 1 });
    const fitting = fits(name, node, { around, parent, place, report: this.report });
    for (const [key, value] of Object.entries(attributes)) if (known[key]?.shown) this.#parts.push(value, '\n');
    onlyComponents(name, node, { place: (at) => this.place(at), report: this.report });
    const inside = { flow: true, depth: around.depth + 1, parent: name };
    const children = holds ? inParagraphs(this.children(node, inside)) : [];
    if (!inline) this.#endOfBlock();
    if (!fitting) return around.flow ? children : [];
    this.marked.push({ kind: 'component', name, attributes, line: place.line ?? this.#firstLine });
    return [componentMark(name, this.marked.length - 1, children)];
  }

  #say(words: string): void {
    this.#parts.push(words);
    if (words.length > 0) this.#tail = (words.length > 1 ? words : this.#tail + words).slice(-2);
  }

  #textSince(part: number): string {
    return this.#parts.slice(part).join('').replace(/\s+/g, ' ').trim();
  }

  #slice(node: Node): string {
    return unmask(this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0));
  }
}
