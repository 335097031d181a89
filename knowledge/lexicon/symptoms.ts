export const SYMPTOMS = `
`;
