export const responses = {};
