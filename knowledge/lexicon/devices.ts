/** Things that can be touched. */
export const DEVICES = `
printer = 打印机 打印设备 printer
toner > printer:0.4 = 硒鼓 碳粉 墨粉 粉盒 墨盒 toner
`;
