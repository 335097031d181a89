/** The roster as a workbook: how its two sheets and their columns are called. */
export const SHEETS = {
  duty: { name: '值班表', columns: ['日期', '班组', '班次', '值班人', '电话'] },
  leave: { name: '请假', columns: ['姓名', '从', '到', '替班人'] },
} as const;

export type SheetName = keyof typeof SHEETS;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
