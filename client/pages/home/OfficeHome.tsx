import { AdministratorHome } from './AdministratorHome.tsx';
import type { HomeProps } from './home-props.ts';
import { OfficerHome } from './OfficerHome.tsx';
import { PlannerHome } from './PlannerHome.tsx';

const homes = {
  officer: OfficerHome,
  planner: PlannerHome,
  administrator: AdministratorHome,
} as const;

/** The home of whoever works at an office. */
export function OfficeHome(props: HomeProps) {
  const { role } = props.user;
  if (role === 'enumerator') return null;
  const Home = homes[role];
  return <Home {...props} />;
}
