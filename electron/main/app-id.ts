/** The app's id among all others: electron-builder.yml gives it to packages and to the shortcuts that they install. */
export const appId = 'dev.hybrid-connection-manager.desktop';
