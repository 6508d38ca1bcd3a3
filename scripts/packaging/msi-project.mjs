// @ts-check
/** electron-builder's `msiProjectCreated`: what its template for WiX has no word for. */
import { readFileSync, writeFileSync } from 'node:fs';

/** It stands only where Windows is 10, or Server 2016, or later; what MSI itself says ends with Windows 8. */
const requirement = `
    <Property Id="HCMWINDOWSMAJOR">
      <RegistrySearch Id="HcmWindowsMajor" Root="HKLM" Key="SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" Name="CurrentMajorVersionNumber" Type="raw"/>
    </Property>
    <Condition Message="Hybrid Connection Manager needs Windows 10 or Windows Server 2016 or later."><![CDATA[Installed OR HCMWINDOWSMAJOR]]></Condition>
`;
/** hcm for every prompt. Windows Installer adds to PATH, and takes away only what it added. */
const component = `
      <Component Id="HcmOnPath" Guid="B7A0A2B5-52A7-4E0C-8A0C-5F6D7C0D2D11">
        <RegistryValue Root="HKLM" Key="SOFTWARE\\Hybrid Connection Manager" Name="OnPath" Type="integer" Value="1" KeyPath="yes"/>
        <Environment Id="HcmPath" Name="PATH" Value="[APPLICATIONFOLDER]resources\\hcm\\bin" Action="set" Part="last" Permanent="no" System="yes"/>
      </Component>`;

const oldRequirement = /\s*<Condition Message="Windows 7 and above is required">.*?<\/Condition>\s*/s;
const filesEnd = '</ComponentGroup>';

/** @param {string} text of the project @returns {string} */
export function completeMsiProject(text) {
  if (!oldRequirement.test(text) || text.split(filesEnd).length !== 2)
    throw new Error('electron-builder’s project for WiX looks other than expected: see msi-project.mjs');
  return text
    .replace(oldRequirement, () => requirement)
    .replace(filesEnd, () => `${component}\n    ${filesEnd}`);
}

/** @param {string} file */
export default function msiProjectCreated(file) {
  writeFileSync(file, completeMsiProject(readFileSync(file, 'utf8')));
}
