import { describe, expect, test } from 'vitest';
import { canonicalRoom, roomOf } from '../../../../server/desk/rooms.ts';

describe('one room, however it is written', () => {
  test.each([
    '302',
    '302会议室',
    '三楼302会议室',
    '3楼302会议室',
    '三楼 302 会议室',
    '3F 302',
    '3层302室',
    '302房间',
    '302号会议室',
    '第302会议室',
    '302视频会议室',
    '302多功能厅',
    '会议室302',
    'Room 302',
    '３０２会议室',
    '三〇二会议室',
    '三零二',
    ' 302 ',
  ])('%s is 302', (said) => {
    expect(canonicalRoom(said)).toBe('302');
  });

  test.each([
    ['b102', 'B102'],
    ['十二楼1203会议室', '1203'],
    ['B1层B102', 'B102'],
    ['302-1会议室', '302-1'],
    ['1号楼302会议室', '1号楼302'],
    ['1号楼三楼302会议室', '1号楼302'],
    ['行政楼302', '行政楼302'],
    ['A座302', 'A座302'],
    ['A座3层302', 'A座302'],
  ])('%s is %s', (said, room) => {
    expect(canonicalRoom(said)).toBe(room);
  });

  test.each(['第一会议室', '三楼小会议室', '报告厅', '二楼会议室', '12楼', 'alpha-101', 'Training Room B'])(
    '%s keeps its name',
    (said) => {
      expect(canonicalRoom(said)).toBe(said);
    },
  );

  test('rooms that are not the same stay apart', () => {
    const rooms = [
      '302',
      '303',
      '1号楼302',
      '2号楼302',
      'alpha-101',
      'beta-101',
      '第一会议室',
      '第二会议室',
      'B302',
    ];
    expect(new Set(rooms.map(canonicalRoom)).size).toBe(rooms.length);
  });
});

describe('rooms that the profile lists', () => {
  const profile = {
    rooms: [
      { id: 'big', name: '第一会议室', equipment: [] },
      { id: '302', name: '302会议室', building: '1号楼', equipment: [] },
    ],
  };

  test.each([
    ['第一会议室', 'big'],
    ['big', 'big'],
    ['三楼302会议室', '302'],
    ['1号楼302', '302'],
    ['一号楼302', '302'],
    ['1号楼302会议室', '302'],
    ['一号楼三楼302会议室', '302'],
    ['二号楼302', '2号楼302'],
    ['2号楼302', '2号楼302'],
    ['第二会议室', '第二会议室'],
  ])('%s is %s', (said, room) => {
    expect(roomOf(profile, said)).toBe(room);
  });
});
