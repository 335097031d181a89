/** Plain text out of Markdown. */
import { Lexer, type Token } from 'marked';

/** A block of a body: a step of an ordered list, or any other paragraph, heading, bullet or table row. */
export interface Block {
  kind: 'step' | 'heading' | 'text';
  /** Plain, on one line. */
  text: string;
}

/** The blocks of a Markdown body in reading order; code and images are kept as their text and caption. */
export function blocksOf(markdown: string): Block[] {
  return Lexer.lex(markdown).flatMap((token) => blocksOfToken(token, false));
}

function blocksOfToken(token: Token, nested: boolean): Block[] {
  switch (token.type) {
    case 'list':
      return token.items.flatMap((item: Token) => itemBlocks(item, token.ordered === true && !nested));
    case 'table':
      return [token.header, ...token.rows].map((row: { text: string }[]) =>
        block('text', row.map((cell) => inlineText(Lexer.lexInline(cell.text))).join(' ')),
      );
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner: Token) => blocksOfToken(inner, nested));
    case 'heading':
      return [block('heading', inlineText(token.tokens ?? []))];
    case 'space':
    case 'hr':
    case 'def':
    case 'html':
      return [];
    default:
      return [block('text', inlineText('tokens' in token && token.tokens ? token.tokens : [token]))];
  }
}

/** A step with what stands under it as one block: a card shows it whole. */
function itemBlocks(item: Token, ordered: boolean): Block[] {
  const inner: Token[] = 'tokens' in item && item.tokens ? item.tokens : [];
  const lists = inner.filter((token) => token.type === 'list');
  const own = block(ordered ? 'step' : 'text', inlineText(inner.filter((token) => token.type !== 'list')));
  const below = lists.flatMap((list) => blocksOfToken(list, true));
  if (!ordered) return [own, ...below];
  return [block('step', [own.text, ...below.map((one) => one.text)].join(' '))];
}

function inlineText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return ' ';
      if (token.type === 'html') return '';
      if ('tokens' in token && token.tokens?.length) return inlineText(token.tokens);
      return 'text' in token && typeof token.text === 'string' ? unescaped(token.text) : '';
    })
    .join('');
}

/** `marked` leaves a few characters escaped for HTML. */
const unescaped = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (whole) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[whole] ?? "'",
  );

const block = (kind: Block['kind'], text: string): Block => ({
  kind,
  text: text.replace(/\s+/g, ' ').trim(),
});

/** Where the images of a body lie, as written. */
export function imagesOf(markdown: string): string[] {
  const found: string[] = [];
  const walk = (tokens: Token[]) => {
    for (const token of tokens) {
      if (token.type === 'image') found.push(String(token.href));
      if ('tokens' in token && token.tokens) walk(token.tokens);
      if (token.type === 'list') walk(token.items);
    }
  };
  walk(Lexer.lex(markdown));
  return found;
}
