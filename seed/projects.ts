// Invented projects of the demonstration's plan. Some sub-plans have none, and some projects have reported nothing: planners are to find it.
import type { NewProject, ReportedResult } from '../shared/api/plan.ts';

type InventedResult = Omit<ReportedResult, 'version'> & {
  readonly indicator: string;
  readonly year: number;
};

export interface InventedProject {
  readonly project: NewProject;
  readonly results: readonly InventedResult[];
}

const years = { start: '2025-10-01', end: '2027-09-30' };
const result = (
  indicator: string,
  year: number,
  [nameTh, nameEn, unit]: readonly [string, string, string],
  [baseline, target, reached]: readonly [number, number, number | null],
): InventedResult => ({
  ...{ indicator, year, nameTh, nameEn, unit, baseline, baselineYear: 2568 },
  ...{ target, reached, note: null },
});

const towers = ['ตำบลที่มีสัญญาณ 4G', 'Sub-districts with a 4G signal', 'ตำบล'] as const;
const centres = ['ศูนย์ที่เปิดให้บริการ', 'Centres that are open', 'แห่ง'] as const;
const cases = ['คดีหลอกโอนเงินที่แจ้งต่อเดือน', 'Cases of fraud reported a month', 'คดี'] as const;
const staff = ['เจ้าหน้าที่ที่ผ่านการอบรม', 'Staff who finished a course', 'คน'] as const;

export const inventedProjects: readonly InventedProject[] = [
  {
    project: {
      ...years,
      code: 'DE-6901',
      nameTh: 'เสาสัญญาณสำหรับตำบลห่างไกล',
      nameEn: 'Masts for remote sub-districts',
      subPlans: ['1.1'],
      office: 'north',
      provinces: ['TH-50', 'TH-57', 'TH-58'],
      budget: { '2569': 48_000_000, '2570': 52_000_000 },
      state: 'running',
    },
    results: [
      result('signal', 2569, towers, [120, 160, 151]),
      result('signal', 2570, towers, [120, 200, null]),
    ],
  },
  {
    project: {
      ...years,
      code: 'DE-6902',
      nameTh: 'จุดบริการอินเทอร์เน็ตสาธารณะ',
      nameEn: 'Public access points',
      subPlans: ['1.3'],
      office: 'TH-40',
      provinces: ['TH-40', 'TH-41', 'TH-42'],
      budget: { '2569': 12_500_000, '2570': 9_800_000 },
      state: 'running',
    },
    results: [
      result('centres', 2569, centres, [20, 50, 31]),
      result('centres', 2570, centres, [20, 80, null]),
    ],
  },
  {
    project: {
      ...years,
      code: 'DE-6903',
      nameTh: 'ศูนย์เตือนภัยการหลอกลวงออนไลน์',
      nameEn: 'Warning centre for online fraud',
      subPlans: ['6.1', '6.3'],
      office: 'national',
      provinces: 'all',
      budget: { '2569': 30_000_000 },
      state: 'running',
    },
    results: [result('cases', 2569, cases, [900, 600, 980])],
  },
  {
    project: {
      ...years,
      code: 'DE-6904',
      nameTh: 'อบรมบุคลากรท้องถิ่น',
      nameEn: 'Courses for local staff',
      subPlans: ['5.1'],
      office: 'national',
      provinces: 'all',
      budget: { '2569': 6_400_000, '2570': 6_400_000 },
      state: 'running',
    },
    results: [result('staff', 2569, staff, [1000, 5000, null])],
  },
  {
    project: {
      ...years,
      code: 'DE-6905',
      nameTh: 'บริการภาครัฐครบจบในที่เดียว',
      nameEn: 'Public services in one place',
      subPlans: ['4.1', '4.2'],
      office: 'national',
      provinces: 'all',
      budget: {},
      state: 'planned',
    },
    results: [],
  },
];
