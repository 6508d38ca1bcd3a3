/** The property list that tells launchd of the host. Pure text; never ran on macOS. */
import { launchdLabel, macUser, ownMarker, stopTimeoutSeconds } from './service-names.ts';

export interface LaunchdPlistOptions {
  readonly program: readonly string[];
  readonly dataFolder: string;
}

export function launchdPlist({ program, dataFolder }: LaunchdPlistOptions): string {
  const words = [...program, 'run', '--log-format', 'json'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- ${ownMarker}. The next install writes it again. -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${launchdLabel}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n')}
  </array>
  <key>EnvironmentVariables</key>
  <dict>
    <key>HCM_HOME</key>
    <string>${xmlText(dataFolder)}</string>
  </dict>
  <key>UserName</key>
  <string>${macUser}</string>
  <key>Umask</key>
  <integer>63</integer>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>10</integer>
  <key>ExitTimeOut</key>
  <integer>${stopTimeoutSeconds}</integer>
  <key>SoftResourceLimits</key>
  <dict>
    <key>NumberOfFiles</key>
    <integer>65536</integer>
  </dict>
</dict>
</plist>
`;
}

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
