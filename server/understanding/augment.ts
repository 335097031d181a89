/**
 * Variants of a labelled message as hurried people would write it: without punctuation, with homophones, dropped or
 * swapped characters, in dialect, with other systems and devices of the same category. For training only.
 */
import { pinyin } from 'pinyin-pro';
import type { Category, Lexicon } from '../../bot/types.ts';
import type { Labelled } from './labelled.ts';

type Random = () => number;
type Rewrite = (text: string, random: Random) => string;

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

const DIALECT: [RegExp, string[]][] = [
  [/怎么/, ['咋', '咋个', '啷个', '点样', '咋么', '怎麼', '怎样']],
  [/为什么|怎么回事/, ['为啥', '咋回事', '点解', '为啥子']],
  [/没有/, ['没得', '莫得', '冇', '没']],
  [/不能|不行/, ['唔得', '不得行', '不中', '不可以']],
  [/没有反应|没反应/, ['冇反应', '没得反应', '没啥反应']],
  [/什么/, ['啥', '啥子', '乜', '乜嘢']],
  [/一下/, ['哈', '哈子', '一哈', '下', '下子']],
  [/马上|赶紧|尽快/, ['搞快', '快点', '快啲', '赶快', '麻溜', '尽早']],
  [/现在/, ['而家', '这会儿', '眼下', '这阵']],
  [/帮我/, ['给我', '帮俺', '帮忙', '帮我们', '麻烦帮我', '帮手']],
  [/不用/, ['唔使', '甭', '莫', '不消']],
  [/的/, ['嘅', '滴', '的']],
  [/了/, ['咗', '啦', '喽', '咯', '嘞']],
  [/昨天/, ['琴日', '昨儿', '昨个', '昨日']],
  [/今天/, ['今日', '今儿', '今朝']],
  [/明天/, ['听日', '明儿', '明个', '明日']],
  [/麻烦|请/, ['', '劳驾', '烦请', '唔该', '请您', '辛苦']],
  [/是不是/, ['系咪', '是否', '是不']],
  [/打印机/, ['打印鸡', '印表机', '打印机机', '打应机', '打印记']],
  [/电脑/, ['计算机', '机子', '机器', '點腦', '電腦']],
  [/登录/, ['登陆', '登入', '登路', '登']],
];
const OPENINGS = [
  '你好，',
  '您好，',
  '老师好，',
  '师傅，',
  '麻烦',
  '那个',
  '请问',
  '喂，',
  '哎，',
  '信息中心的同志，',
  'hi，',
  '我想',
  '急，',
  '工程师您好，',
];
const CLOSINGS = [
  '，谢谢',
  '，麻烦了',
  '哈',
  '啊',
  '呗',
  '，辛苦',
  '。谢谢！',
  '呢',
  '，拜托',
  '，多谢',
  '！',
  '。',
];

const rewrites: Rewrite[] = [
  (text) => text.replace(/[，。！？、；：,.!?;:]/g, ''),
  (text) => text.replace(/[，。！？、；：]/g, ' '),
  (text, random) => dialect(dialect(text, random), random),
  (text, random) => dropOne(text, random),
  (text, random) => swapTwo(text, random),
  (text, random) => (pick(OPENINGS, random) ?? '') + text,
  (text, random) => text.replace(/[。！!.]$/, '') + (pick(CLOSINGS, random) ?? ''),
];

function dialect(text: string, random: Random): string {
  const fitting = DIALECT.filter(([standard]) => standard.test(text));
  const chosen = pick(fitting, random);
  return chosen ? text.replace(chosen[0], pick(chosen[1], random) ?? '') : text;
}

function dropOne(text: string, random: Random): string {
  if (text.length < 8) return text;
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + text.slice(at + 1);
}

function swapTwo(text: string, random: Random): string {
  if (text.length < 8) return text;
  const at = Math.floor(random() * (text.length - 1));
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

/** Characters that sound alike, of those that the messages use. */
export function soundAlikes(texts: readonly string[]): Map<string, string[]> {
  const bySound = new Map<string, Set<string>>();
  for (const character of new Set(texts.join('').match(/[\u4e00-\u9fff]/g) ?? [])) {
    const sound = pinyin(character, { toneType: 'none' });
    bySound.set(sound, (bySound.get(sound) ?? new Set()).add(character));
  }
  const alike = new Map<string, string[]>();
  for (const group of bySound.values())
    for (const character of group)
      alike.set(
        character,
        [...group].filter((other) => other !== character),
      );
  return alike;
}

function homophone(text: string, alike: Map<string, string[]>, random: Random): string {
  const at = Math.floor(random() * text.length);
  const other = pick(alike.get(text[at] ?? '') ?? [], random);
  return other === undefined ? text : text.slice(0, at) + other + text.slice(at + 1);
}

/** Another name of the same category in the place of the one said. */
function otherName(example: Labelled, names: Map<Category, string[]>, random: Random): string {
  const said = example.slots?.system ?? example.slots?.device;
  if (said === undefined || example.category === undefined) return example.text;
  const other = pick(names.get(example.category) ?? [], random);
  return other === undefined ? example.text : example.text.replace(said, other);
}

export interface Augmenter {
  /** `count` variants; the same at every run for the same random numbers. */
  variants(example: Labelled, count: number, random: Random): string[];
}

export function createAugmenter(examples: readonly Labelled[], lexicon: Lexicon): Augmenter {
  const alike = soundAlikes(examples.map((example) => example.text));
  const systems = new Map<Category, string[]>();
  for (const { name, category } of lexicon.systems)
    if (category) systems.set(category, [...(systems.get(category) ?? []), name]);
  return {
    variants(example, count, random) {
      return Array.from({ length: count }, (_, index) => {
        let text = example.text;
        if (index % 3 === 2 && example.slots?.system) text = otherName(example, systems, random);
        if (index % 2 === 0) text = homophone(text, alike, random);
        return (pick(rewrites, random) ?? ((same: string) => same))(text, random);
      }).filter((text) => text.trim() !== '');
    },
  };
}
