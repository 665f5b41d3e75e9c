/** The electors of the 50 states and the District of Columbia after the census of 2020, in the alphabetical order of the states. */
export const ELECTORS = [
  9, 3, 11, 6, 54, 10, 7, 3, 3, 30, 16, 4, 4, 19, 11, 6, 6, 8, 8, 4, 10, 11, 15, 10, 6, 10, 4, 5, 6, 4, 14, 5, 28, 16, 3, 17, 7, 8, 19, 4, 9, 3, 11, 40, 6, 3, 13, 12, 4, 10, 3,
];

/** Swings at a quota of 270, by the number of electors; found by an independent program. */
export const ELECTOR_SWINGS: ReadonlyMap<number, bigint> = new Map([
  [3, 25549462553022n], [4, 34072513921886n], [5, 42601206119710n], [6, 51136968067196n], [7, 59681240815152n], [8, 68235480794864n], [9, 76801162328032n], [10, 85379780467994n],
  [11, 93972853943984n], [12, 102581928561098n], [13, 111208580205692n], [14, 119854418693448n], [15, 128521091703182n], [16, 137210288981154n], [17, 145923747401144n], [19, 163430671593954n],
  [28, 243926123180044n], [30, 262324582416368n], [40, 357516461035922n], [54, 518714817081760n],
]);
export const ELECTOR_WINNING = 1117385292262622n;

/** The Shapley–Shubik index at a quota of 270, by the number of electors; found by an independent program. */
export const ELECTOR_SHAPLEY: ReadonlyMap<number, string> = new Map([
  [3, '1860211297153754491/344338278249555189600'], [4, '798634353829234987/110680160865928453800'], [5, '549050441867032031/60765578514627386400'], [17, '868892193795479723/27670040216482113450'],
  [40, '29994201953488676597/387380563030749588300'], [54, '111603651861685256303/1033014834748665568800'],
]);
