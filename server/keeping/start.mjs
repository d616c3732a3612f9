// `npm run backup`, `restore`, `move`: installs and builds what is missing, then does it.
import { buildWhatIsOld, installWhatIsMissing, refuseOldNode, root } from '../prepare.mjs';

refuseOldNode();
process.chdir(root);
installWhatIsMissing();
buildWhatIsOld();
await import('../../dist/server/keeping/main.js');
