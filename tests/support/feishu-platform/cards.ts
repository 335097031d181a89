/** What Feishu refuses in a card of JSON 2.0: an unknown property or tag, a nested form, a name twice, too much of it. */

const TEXT = ['tag', 'content', 'text_color', 'text_size', 'text_align'];
/** Properties by tag, as far as our cards go; https://open.feishu.cn/document/feishu-cards/card-json-v2-structure */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  plain_text: TEXT,
  markdown: ['tag', 'content', 'text_align', 'text_size'],
  div: ['tag', 'text', 'icon', 'margin', 'width', 'element_id'],
  column_set: [
    'tag',
    'columns',
    'flex_mode',
    'horizontal_spacing',
    'background_style',
    'margin',
    'element_id',
  ],
  column: ['tag', 'elements', 'width', 'weight', 'vertical_align', 'padding', 'background_style'],
  button: [
    'tag',
    'text',
    'type',
    'size',
    'width',
    'behaviors',
    'name',
    'form_action_type',
    'required',
    'disabled',
    'confirm',
  ],
  form: ['tag', 'name', 'elements', 'margin', 'padding', 'direction', 'vertical_spacing'],
  collapsible_panel: [
    'tag',
    'expanded',
    'header',
    'border',
    'elements',
    'padding',
    'background_color',
    'vertical_spacing',
  ],
  input: [
    'tag',
    'name',
    'required',
    'width',
    'label',
    'label_position',
    'placeholder',
    'input_type',
    'rows',
    'max_length',
    'default_value',
  ],
  select_static: ['tag', 'name', 'required', 'width', 'placeholder', 'options', 'initial_option'],
};
const ROOT = ['schema', 'config', 'header', 'body', 'card_link'];

type Node = Record<string, unknown>;

/** Null where the platform would take it. */
export function faultOfCard(content: string): string | null {
  if (Buffer.byteLength(content) > 30 * 1024) return 'over 30 KB';
  let card: Node;
  try {
    card = JSON.parse(content) as Node;
  } catch {
    return 'no JSON';
  }
  if (card.schema !== '2.0') return 'not of schema 2.0';
  const strange = Object.keys(card).find((name) => !ROOT.includes(name));
  if (strange) return `unknown property ${strange}`;
  const { config, body } = card as { config?: Node; body?: { elements?: Node[] } };
  if (config?.update_multi !== true) return 'update_multi is not true';
  const seen = { names: new Set<string>(), count: 0 };
  for (const element of body?.elements ?? []) {
    const fault = faultOfElement(element, 1, seen);
    if (fault) return fault;
  }
  return seen.count > 200 ? `${seen.count} components` : null;
}

function faultOfElement(
  element: Node,
  depth: number,
  seen: { names: Set<string>; count: number },
): string | null {
  const tag = String(element.tag);
  const known = KNOWN[tag];
  if (!known) return `unknown tag ${tag}`;
  const strange = Object.keys(element).find((name) => !known.includes(name));
  if (strange) return `unknown property ${strange} of ${tag}`;
  if (tag === 'form' && depth > 1) return 'a form within another component';
  if (depth > 6) return 'nested too deep';
  seen.count += 1;
  if (typeof element.name === 'string') {
    if (seen.names.has(element.name)) return `name ${element.name} twice`;
    seen.names.add(element.name);
  }
  const inside = [...((element.elements as Node[]) ?? []), ...((element.columns as Node[]) ?? [])];
  for (const child of inside) {
    const fault = faultOfElement(child, depth + 1, seen);
    if (fault) return fault;
  }
  return null;
}
