export const TASKS = `
`;
