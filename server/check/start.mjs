// `npm run check`: installs and builds what is missing, then recounts and compares everything.
import { buildWhatIsOld, installWhatIsMissing, refuseOldNode, root } from '../prepare.mjs';

refuseOldNode();
process.chdir(root);
installWhatIsMissing();
buildWhatIsOld();
await import('../../dist/server/check/main.js');
