export const SYSTEMS = `
`;
