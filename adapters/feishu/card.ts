/**
 * Our card in Feishu's JSON 2.0. What people wrote is plain text in it, never markup; unknown properties are errors there.
 * https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
import { type Card, type CardAction, type CardLink, cardText, type Reply } from '../../bot/reply.ts';
import type { Address, Mention } from '../../bot/types.ts';
import { type ButtonValue, formPrefix } from './decode.ts';

export type Json = { readonly [name: string]: unknown };

/** A card and its values in JSON may have 30 KB; some is left for what the platform adds. */
export const MOST_CARD_BYTES = 28_000;
/** A card may have 200 components. */
const MOST_FIELDS = 24;

const COLOURS: Readonly<Record<NonNullable<Card['tone']>, string>> = {
  info: 'blue',
  warning: 'orange',
  danger: 'red',
  success: 'green',
  muted: 'grey',
};

export interface EncodedCard {
  json: Json;
  /** What found no room on it, in plain text; empty where all did. */
  rest: string;
}

/** The card, shortened where it would be too large; what was cut is in `rest` as a whole. */
export function encodeCard(reply: Reply, card: Card, address: Address): EncodedCard {
  const whole = cardJson(reply, card, address);
  if (sizeOf(whole) <= MOST_CARD_BYTES) return { json: whole, rest: '' };
  for (let most = 4000; most > 40; most = Math.floor(most / 2)) {
    const json = cardJson(
      { ...reply, text: leadOf(reply, card).slice(0, most) },
      shortened(card, most),
      address,
    );
    if (sizeOf(json) <= MOST_CARD_BYTES) return { json, rest: reply.text };
  }
  return {
    json: cardJson({ text: '' }, { ...card, title: '…', body: '…', fields: [] }, address),
    rest: reply.text,
  };
}

function sizeOf(json: Json): number {
  return Buffer.byteLength(JSON.stringify(json));
}

function shortened(card: Card, most: number): Card {
  const short = (text: string) =>
    text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return {
    ...card,
    title: short(card.title),
    ...(card.body ? { body: short(card.body) } : {}),
    fields: card.fields.map(({ label, value }) => ({ label, value: short(value) })),
  };
}

/** What is said before the card: the reply's text without the card in words. */
export function leadOf({ text }: Pick<Reply, 'text'>, card: Card): string {
  const words = cardText(card);
  return text.endsWith(words) ? text.slice(0, text.length - words.length).trim() : text;
}

const plain = (content: string): Json => ({ tag: 'plain_text', content });

function cardJson(reply: Pick<Reply, 'text' | 'mentions'>, card: Card, address: Address): Json {
  const lead = leadOf(reply, card);
  const buttons = [
    ...card.actions.filter((action) => !action.form).map((action) => button(action, address)),
    ...(card.links ?? []).map(linkButton),
  ];
  const forms = card.actions.flatMap((action, index) => (action.form ? [{ action, index }] : []));
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      summary: { content: (lead || card.title).slice(0, 100) },
    },
    header: { title: plain(card.title), template: COLOURS[card.tone ?? 'info'] },
    body: {
      elements: [
        ...calls(reply.mentions ?? []),
        ...(lead ? [textBlock(lead)] : []),
        ...(card.body ? [textBlock(card.body)] : []),
        ...fieldRows(card.fields),
        ...(buttons.length > 0 ? [buttonRow(buttons)] : []),
        ...forms.map(({ action, index }) => formBlock(action, index, address)),
      ],
    },
  };
}

/** What an id of a person looks like: nothing else gets into markup. */
const PERSON = /^(?:ou|on)_[\w-]{1,100}$/;

/** Those who are called by the card; the one element whose words are markup, so nothing that people wrote stands in it. */
function calls(mentions: readonly Mention[]): Json[] {
  const ids = mentions.map(({ id }) => id).filter((id) => PERSON.test(id));
  return ids.length > 0
    ? [{ tag: 'markdown', content: ids.map((id) => `<at id=${id}></at>`).join(' ') }]
    : [];
}

function linkButton({ label, url }: CardLink): Json {
  return {
    tag: 'button',
    text: plain(label),
    type: 'default',
    behaviors: [{ type: 'open_url', default_url: url }],
  };
}

function textBlock(content: string): Json {
  return { tag: 'div', text: plain(content) };
}

/** Label and value beside each other; beyond what a card can hold, in lines of one block. */
function fieldRows(fields: Card['fields']): Json[] {
  const rows = fields.slice(0, MOST_FIELDS).map(({ label, value }) => ({
    tag: 'column_set',
    horizontal_spacing: '8px',
    columns: [
      column(1, { ...textBlock(label), text: { ...plain(label), text_color: 'grey' } }),
      column(4, textBlock(value)),
    ],
  }));
  const others = fields.slice(MOST_FIELDS).map(({ label, value }) => `${label}：${value}`);
  return others.length > 0 ? [...rows, textBlock(others.join('\n'))] : rows;
}

function column(weight: number, element: Json): Json {
  return { tag: 'column', width: 'weighted', weight, elements: [element] };
}

function buttonRow(buttons: readonly Json[]): Json {
  return {
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    columns: buttons.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })),
  };
}

function button({ id, label, value, style }: CardAction, address: Address): Json {
  return {
    tag: 'button',
    text: plain(label),
    type: style ?? 'default',
    behaviors: [{ type: 'callback', value: buttonValue(id, value, address) }],
  };
}

function buttonValue(id: string, value: string, { kind, topic }: Address): ButtonValue {
  return { a: id, v: value, k: kind === 'private' ? 'p' : 'g', ...(topic ? { t: topic } : {}) };
}

/** A form stands at the root; folded, so that several of them leave the card short. Names are unique in the card. */
function formBlock(action: CardAction, index: number, address: Address): Json {
  const prefix = formPrefix(index);
  return {
    tag: 'form',
    name: `${prefix}form`,
    elements: [
      {
        tag: 'collapsible_panel',
        expanded: false,
        header: { title: plain(action.label) },
        border: { color: 'grey', corner_radius: '6px' },
        padding: '8px',
        elements: [
          ...(action.form ?? []).flatMap((field) => formField(field, prefix)),
          {
            ...button({ ...action, style: action.style ?? 'primary' }, address),
            name: `${prefix}submit`,
            form_action_type: 'submit',
          },
        ],
      },
    ],
  };
}

function formField(field: NonNullable<CardAction['form']>[number], prefix: string): Json[] {
  const { name, label, required, multiline, options } = field;
  const shared = { name: `${prefix}${name}`, required, width: 'fill' };
  if (options) {
    return [
      textBlock(label),
      {
        ...shared,
        tag: 'select_static',
        placeholder: plain(label),
        options: options.map((option) => ({ text: plain(option.label), value: option.value })),
      },
    ];
  }
  return [
    {
      ...shared,
      tag: 'input',
      label: plain(label),
      label_position: 'top',
      placeholder: plain(label),
      ...(multiline ? { input_type: 'multiline_text', rows: 3 } : {}),
      max_length: 1000,
    },
  ];
}
