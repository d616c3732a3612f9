/** How the facts count. It grows when the same responses would be counted otherwise; snapshots say by which they were made. */
export const factsVersion = 1;
