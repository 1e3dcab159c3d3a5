// A plan of a corridor that nothing protects yet, beside a guest room into which no camera may look.

/** The plan, in metres. */
export const CORRIDOR = `# 注释
sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 12, 2]}
      - {id: r1, kind: guest-room, name: 客房, rect: [0, 2, 6, 4]}
    openings:
      - {id: d1, kind: door, line: [[2, 2], [2.9, 2]]}
`;
