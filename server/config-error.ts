// What in the environment keeps it from starting, in a sentence that names the variable and what to do.
export class ConfigError extends Error {}
