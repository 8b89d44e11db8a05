@echo off
rem Starts Groupbatch with the arguments given. Needs a Java runtime, 17 or newer, and nothing else.
rem Exit code: the program's (docs\reference\exit-codes.md); 70 when Java is missing.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0.."
if not defined JAVA_HOME goto path
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto start
echo JAVA_HOME is "%JAVA_HOME%", but there is no Java. Correct it, or unset it. 1>&2
exit /b 70

:path
rem Not the one of the current folder, which "java.exe" alone would be.
for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if defined JAVA goto start
echo Java is missing. Install a Java runtime, 17 or newer, or set JAVA_HOME. 1>&2
exit /b 70

:start
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Djdk.console=java.base -Dgroupbatch.installed=true -Dgroupbatch.command=groupbatch "-Dgroupbatch.home=%ROOT%" %GROUPBATCH_JAVA_OPTIONS% -cp "%ROOT%\lib\groupbatch.jar;%ROOT%\lib\*" io.groupbatch.Application %*
exit /b %ERRORLEVEL%
