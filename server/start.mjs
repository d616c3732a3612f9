// `npm start`: installs what is missing, builds what is out of date, starts the server. Plain JavaScript, because nothing is installed yet.
import { buildWhatIsOld, installWhatIsMissing, refuseOldNode, root } from './prepare.mjs';

refuseOldNode();
process.chdir(root);
installWhatIsMissing();
buildWhatIsOld();
process.setSourceMapsEnabled(true);
await import('../dist/server/main.js');
