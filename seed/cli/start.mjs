// `npm run seed`: installs and builds what is missing, then fills the database.
import {
  buildWhatIsOld,
  installWhatIsMissing,
  refuseOldNode,
  root,
} from '../../server/prepare.mjs';

refuseOldNode();
process.chdir(root);
installWhatIsMissing();
buildWhatIsOld();
await import('../../dist/seed/cli/main.js');
