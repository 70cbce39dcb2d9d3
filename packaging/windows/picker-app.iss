; The installer for Windows, made by Inno Setup 6 after build.py:  iscc /DVersion=0.1.0 picker-app.iss
#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0 picker-app.iss
#endif

[Setup]
; Stays the same for all versions: a newer one takes the place of an older one.
AppId={{7CF04DFC-A570-4E40-A546-5EC5FFE94EDC}
AppName=picker-app
AppVersion={#Version}
AppPublisher=The picker-app contributors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\picker-app
DisableProgramGroupPage=yes
; A shop's user is often no administrator: then it is installed for that user alone.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\picker-app.ico
UninstallDisplayIcon={app}\picker-app-window.exe
OutputBaseFilename=picker-app-{#Version}-amd64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
; Files of the running program cannot be replaced.
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "pt_BR"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.Training=picker-app, practise
pt_BR.Training=picker-app, treinar
es.Training=picker-app, practicar

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[InstallDelete]
; Libraries of an older version that are not in this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\picker-app\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\picker-app"; Filename: "{app}\picker-app-window.exe"
Name: "{autoprograms}\{cm:Training}"; Filename: "{app}\picker-app-window.exe"; Parameters: "--training"
Name: "{autodesktop}\picker-app"; Filename: "{app}\picker-app-window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\picker-app-window.exe"; Description: "{cm:LaunchProgram,picker-app}"; Flags: nowait postinstall skipifsilent
