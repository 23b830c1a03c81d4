export const goldenTexts: Readonly<Record<string, string>> = {};
