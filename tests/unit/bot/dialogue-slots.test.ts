import { describe, expect, test } from 'vitest';
import { addSlots, mergeLocation, mergeSlots } from '../../../bot/dialogue/slots.ts';

describe('a place said in two goes', () => {
  test('a room completes its floor', () => {
    expect(mergeLocation({ text: '三楼', floor: '3' }, { text: '302', room: '302' })).toEqual({
      text: '三楼302',
      floor: '3',
      room: '302',
    });
  });

  test('another floor alone drops the room: 302 is not on the fourth', () => {
    expect(mergeLocation({ text: '三楼302', floor: '3', room: '302' }, { text: '四楼', floor: '4' })).toEqual(
      { text: '四楼', floor: '4' },
    );
  });

  test('the building stays where only the room changes', () => {
    const before = { text: 'B座506', building: 'B座', room: '506' };
    expect(mergeLocation(before, { text: '507', room: '507' })).toEqual({
      text: 'B座507',
      building: 'B座',
      room: '507',
    });
  });

  test('English words keep their space', () => {
    const before = { text: 'building B', building: 'building B' };
    expect(mergeLocation(before, { text: 'room 507', room: '507' }).text).toBe('building B room 507');
  });

  test('the same place said again is not said twice', () => {
    expect(
      mergeLocation({ text: '三楼', floor: '3' }, { text: '三楼302', floor: '3', room: '302' }).text,
    ).toBe('三楼302');
  });
});

describe('slots said later', () => {
  test('win, but only those that the flow collects', () => {
    expect(mergeSlots({ phone: '8012' }, { phone: '8013', rating: 5 }, ['phone'])).toEqual({ phone: '8013' });
  });

  test('equipment adds up', () => {
    const merged = mergeSlots({ equipment: ['tea'] }, { equipment: ['tea', 'projector'] }, ['equipment']);
    expect(merged.equipment).toEqual(['tea', 'projector']);
  });

  test('an answer by the way does not change what is broken', () => {
    const collects = ['device', 'symptom', 'phone'] as const;
    const before = { device: '电脑', symptom: '太卡' };
    expect(addSlots(before, { symptom: '响', phone: '8501' }, collects)).toEqual({
      device: '电脑',
      symptom: '太卡',
      phone: '8501',
    });
  });
});
