import { describe, expect, it } from 'vitest';
import { CONCEPTS, readTable } from '../../../knowledge/lexicon/concepts.ts';
import { exactMentions, isOneSlipAway, mentionsInQuery } from '../../../knowledge/search/match-concepts.ts';
import { withBroader } from '../../../knowledge/search/units.ts';
import { normalize } from '../../../knowledge/text/normalize.ts';
import { plainSpeech } from '../../../knowledge/text/plain-speech.ts';

const ids = (mentions: { concept: { id: string } }[]) => [...new Set(mentions.map((one) => one.concept.id))];

describe('the field’s words', () => {
  it('imply only concepts that exist, and no id stands twice', () => {
    expect(new Set(CONCEPTS.map((concept) => concept.id)).size).toBe(CONCEPTS.length);
    expect(() => CONCEPTS.forEach(withBroader)).not.toThrow();
  });

  it('are refused where a line is no concept', () => {
    expect(() => readTable('device', 'printer 打印机')).toThrow('not a concept: printer 打印机');
  });
});

describe('mentions', () => {
  it('take the longest form and none inside it', () => {
    expect(ids(exactMentions('打印机卡纸'))).toEqual(['printer', 'paper-jam']);
  });

  it('may have a few characters between the parts of a form', () => {
    expect(ids(exactMentions('纸又夹在里面'))).toContain('paper-jam');
  });

  it('in letters are whole words', () => {
    expect(ids(exactMentions('shipping'))).toEqual([]);
    expect(ids(exactMentions('改ip'))).toContain('ip-address');
  });

  it('are repaired in a question alone', () => {
    expect(ids(exactMentions('打应机'))).not.toContain('printer');
    expect(ids(mentionsInQuery('打应机'))).toContain('printer');
    expect(ids(mentionsInQuery('dayinji坏了'))).toContain('printer');
  });

  it('leave a two-character word alone that merely sounds like one of the field', () => {
    expect(ids(mentionsInQuery('公式'))).toEqual(ids(exactMentions('公式')));
  });
});

describe('one slip', () => {
  it.each([
    ['vnp', 'vpn', true],
    ['wsp', 'wps', true],
    ['vpm', 'vpn', false],
    ['outlok', 'outlook', true],
    ['printerr', 'printer', true],
    ['planter', 'printer', false],
  ])('%s for %s: %s', (typed, form, is) => {
    expect(isOneSlipAway(typed, form)).toBe(is);
  });
});

describe('plain speech', () => {
  it.each([
    ['電腦開唔到機', '电脑开不了机'],
    ['三楼302打印机卡纸了，下午两点前要用', '打印机卡纸了,'],
    ['A座1105，HP M428，脱机', ',hp m428,脱机'],
    ['页码从第3页开始', '页码从第3页开始'],
    ['一页要22行', '一页要22行'],
    ['报错0x0000011b', '报错0x0000011b'],
    ['302', '302'],
  ])('%s → %s', (said, kept) => {
    expect(plainSpeech(normalize(said))).toBe(kept);
  });
});
