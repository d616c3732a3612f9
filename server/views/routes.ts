// What is kept of figures: views by their address, snapshots by their bytes.
import { snapshotRoutes } from '../snapshots/snapshot-routes.ts';
import { viewRoutes } from './view-routes.ts';

export const keptRoutes = [snapshotRoutes, viewRoutes];
